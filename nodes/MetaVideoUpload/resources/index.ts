import { adVideo } from './adVideo';
import { fileUpload } from './fileUpload';
import { pageVideo } from './pageVideo';
import { userVideo } from './userVideo';

/** What the node works on, in the order of its description. */
export const resources = { adVideo, pageVideo, userVideo, fileUpload };

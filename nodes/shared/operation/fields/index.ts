export { file } from './binary';
export { boolean } from './boolean';
export { date, dateTime, parseMoment } from './dateTime';
export { json, jsonObject } from './json';
export { integer, money, number } from './number';
export { group, keyValue, object } from './object';
export { objectId, objectIdList, parseObjectId, type ObjectKind } from './objectId';
export { multiOptions, options, type Choice } from './options';
export { text, textList } from './text';

export { writeFile } from './file';
export { rowKey, withKeyFields } from './rowKey';
export { createShaper, expectedColumns, ROW_KEY_COLUMN, shapeRow } from './shape';
export type {
	FileFormat,
	FileOptions,
	FileSummary,
	ShapedRow,
	Shaper,
	ShapeOptions,
} from './types';

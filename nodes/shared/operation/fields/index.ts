export { file } from './binary';
export { boolean } from './boolean';
export {
	byUse,
	choiceList,
	loadOptionsOf,
	type Choice,
	type Choices,
	type NamedChoice,
} from './choices';
export { collection } from './collection';
export { date, dateTime, parseMoment } from './dateTime';
export { entity, entityList } from './entity';
export { constant, mapped, prepared, refined, refusal, unseen, within } from './field';
export { json, jsonObject } from './json';
export { keyValue } from './keyValue';
export { listOf } from './listOf';
export { money } from './money';
export { integer, number } from './number';
export { group, object } from './object';
export { objectId, objectIdList, parseObjectId, type ObjectKind } from './objectId';
export { multiOptions, options } from './options';
export { text, textList } from './text';

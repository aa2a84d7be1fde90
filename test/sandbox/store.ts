import type { Json } from './json';

/** An object of the simulated platform. Times are UNIX seconds, money is in minor units. */
export interface StoredObject {
	readonly id: string;
	/** Key of the object's type in `schema/index.ts`, such as `campaign`. */
	readonly type: string;
	/** Order of creation; lists are in this order. */
	readonly seq: number;
	/** Number of the ad account the object belongs to, without `act_`. */
	readonly accountId?: string;
	values: Record<string, Json | undefined>;
}

/** Where an object is listed: the id of the parent and the name of its edge. */
export type Link = readonly [parentId: string, edge: string];

export interface NewObject {
	id?: string;
	type: string;
	accountId?: string;
	values: Record<string, Json | undefined>;
	links?: readonly Link[];
}

const EMPTY: readonly StoredObject[] = [];

/**
 * All objects by id, by type, and by edge. No object is ever taken out: deleting an ad object only
 * sets its status ("Manage Your Ad Object's Status"), and it stays readable by its id.
 */
export class Store {
	private readonly byId = new Map<string, StoredObject>();
	private readonly byType = new Map<string, StoredObject[]>();
	private readonly byEdge = new Map<string, StoredObject[]>();
	private readonly revisions = new Map<string, number>();
	private lastSeq = 0;

	/**
	 * 18 digits, above 2^53: a client that reads ids as numbers gets them wrong at once. Ids that
	 * were given by hand are left out.
	 */
	private nextId(): string {
		for (let number = this.lastSeq + 1; ; number++) {
			const id = `1202100${String(number).padStart(11, '0')}`;
			if (!this.byId.has(id)) return id;
		}
	}

	insert(object: NewObject): StoredObject {
		const id = object.id ?? this.nextId();
		if (this.byId.has(id)) throw new Error(`An object with id ${id} exists already`);
		this.lastSeq += 1;
		const stored: StoredObject = {
			id,
			type: object.type,
			seq: this.lastSeq,
			accountId: object.accountId,
			values: { ...object.values },
		};
		this.byId.set(id, stored);
		push(this.byType, object.type, stored);
		for (const link of object.links ?? []) this.link(stored, link);
		this.touch(object.type);
		return stored;
	}

	/** Lists an object under one more edge, where its creation puts it. */
	link(object: StoredObject, [parentId, edge]: Link): void {
		const key = `${parentId}/${edge}`;
		const list = this.byEdge.get(key);
		const isNewest = !list || list.length === 0 || list[list.length - 1].seq <= object.seq;
		if (isNewest) push(this.byEdge, key, object);
		else
			list.splice(
				list.findIndex(({ seq }) => seq > object.seq),
				0,
				object,
			);
	}

	/** Takes an object off an edge; gives whether it was there. */
	unlink(object: StoredObject, [parentId, edge]: Link): boolean {
		const list = this.byEdge.get(`${parentId}/${edge}`);
		const at = list?.indexOf(object) ?? -1;
		if (at >= 0) list?.splice(at, 1);
		return at >= 0;
	}

	update(object: StoredObject, values: Record<string, Json | undefined>): void {
		Object.assign(object.values, values);
		this.touch(object.type);
	}

	get(id: string): StoredObject | undefined {
		return this.byId.get(id);
	}

	ofType(type: string): readonly StoredObject[] {
		return this.byType.get(type) ?? EMPTY;
	}

	children(parentId: string, edge: string): readonly StoredObject[] {
		return this.byEdge.get(`${parentId}/${edge}`) ?? EMPTY;
	}

	/** Grows with every change of an object of the type: what a cached count depends on. */
	revision(type: string): number {
		return this.revisions.get(type) ?? 0;
	}

	clear(): void {
		this.byId.clear();
		this.byType.clear();
		this.byEdge.clear();
		this.revisions.clear();
		this.lastSeq = 0;
	}

	private touch(type: string): void {
		this.revisions.set(type, this.revision(type) + 1);
	}
}

function push(map: Map<string, StoredObject[]>, key: string, object: StoredObject): void {
	const list = map.get(key);
	if (list) list.push(object);
	else map.set(key, [object]);
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import {
	graphError,
	isCut,
	readForm,
	readText,
	sha256,
	type Fault,
	type Reply,
	type Seen,
} from './wire';

export const UPLOAD_SESSION = 'upload:MTphdHRhY2htZW50OjE1YzM4OGVl==?sig=ARZqkGCA_uQMxC8';

/** The upload edges of Meta as documented, over HTTP, with one upload at a time and faults on demand. */
export class MetaVideos {
	/** What has arrived. */
	kept = Buffer.alloc(0);
	/** Bytes of a piece that an upload in pieces is asked for. */
	pieceBytes = 64 * 1024;
	/** For requests with bytes, in their order. */
	faults: Fault[] = [];
	/** For the requests that end a session: `lost` ones are done, but not answered. */
	finishes: Array<'done' | 'lost' | { reply: Reply }> = [];
	/** Answers to questions for the status in turn, the last again and again; the real one without any. */
	statuses: unknown[] = [];
	spelling: 'bytes_transfered' | 'bytes_transferred' = 'bytes_transfered';
	/** Where a session for video ads sends the bytes to. */
	uploadUrl?: string;
	isFinished = false;
	details: object = {};
	readonly seen: Seen[] = [];
	baseUrl = '';
	private fileSize = 0;
	private server?: Server;

	async open(): Promise<void> {
		this.server = createServer((request, response) => void this.take(request, response));
		await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
		this.baseUrl = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async close(): Promise<void> {
		this.server?.closeAllConnections();
		await new Promise((resolve) => this.server?.close(resolve));
	}

	/** An upload that was begun before. */
	hold(kept: Buffer, fileSize: number): void {
		this.kept = Buffer.from(kept);
		this.fileSize = fileSize;
	}

	get sha256(): string {
		return sha256(this.kept);
	}

	/** `POST transfer 0 65536` */
	log(): string[] {
		return this.seen.map(({ method, path, fields, headers, bytes }) => {
			const offset = fields.start_offset ?? headers.offset ?? headers.file_offset;
			const phase = fields.upload_phase ?? path;
			return [method, phase, offset, offset === undefined ? undefined : bytes]
				.filter((part) => part !== undefined)
				.join(' ');
		});
	}

	private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const url = new URL(request.url ?? '/', this.baseUrl);
		const seen: Seen = {
			method: request.method ?? '',
			path: url.pathname,
			query: Object.fromEntries(url.searchParams),
			headers: request.headers,
			fields: {},
			bytes: 0,
			files: {},
		};
		this.seen.push(seen);
		const isPart = /multipart/.test(request.headers['content-type'] ?? '');
		const isRaw = /octet-stream/.test(request.headers['content-type'] ?? '');
		const chunk = isPart
			? await readForm(request, seen, () => this.maybeCut(request, seen.bytes))
			: isRaw
				? await this.readRaw(request, seen)
				: await readText(request, seen);
		if (request.destroyed && !request.complete) return;
		const reply = this.answer(seen, chunk);
		if (reply === 'cut') return void request.socket.destroy();
		response.statusCode = reply.statusCode ?? 200;
		response.setHeader('Content-Type', 'application/json');
		response.end(JSON.stringify(reply.body));
	}

	/** What came before a break is kept. */
	private async readRaw(request: IncomingMessage, seen: Seen): Promise<Buffer> {
		const chunks: Buffer[] = [];
		request.on('data', (data: Buffer) => {
			chunks.push(data);
			seen.bytes += data.length;
			this.maybeCut(request, seen.bytes);
		});
		await new Promise<void>((resolve) => {
			request
				.on('end', resolve)
				.on('close', resolve)
				.on('error', () => resolve());
		});
		const came = Buffer.concat(chunks);
		const [fault] = this.faults;
		const offset = Number(seen.headers.offset ?? seen.headers.file_offset);
		if (!request.complete && offset <= this.kept.length) {
			const most = isCut(fault) ? fault.cutAfter : came.length;
			this.kept = Buffer.concat([this.kept.subarray(0, offset), came.subarray(0, most)]);
			this.faults.shift();
		}
		return came;
	}

	private maybeCut(request: IncomingMessage, bytes: number): void {
		const [fault] = this.faults;
		if (!isCut(fault) || bytes < fault.cutAfter || request.destroyed) return;
		if (/multipart/.test(request.headers['content-type'] ?? '')) this.faults.shift();
		request.destroy();
	}

	private answer(seen: Seen, chunk: Buffer | undefined): Reply | 'cut' {
		const { method, path, fields } = seen;
		if (path.endsWith('/9') && seen.query.fields === 'access_token') {
			return { body: { id: '9', access_token: 'test-token-of-a-page' } };
		}
		if (/\/(advideos|videos|video_ads)$/.test(path)) {
			if (fields.upload_phase === 'start') return this.start(path, fields);
			if (fields.upload_phase === 'finish') return this.finish();
			return this.takePiece(fields, chunk ?? Buffer.alloc(0));
		}
		if (path.endsWith('/uploads')) {
			this.fileSize = Number(fields.file_length);
			return { body: { id: UPLOAD_SESSION } };
		}
		if (path.includes('/upload:')) {
			if (method === 'GET') return { body: this.statuses.shift() ?? this.fileStatus() };
			return this.takeRaw(seen, chunk ?? Buffer.alloc(0), () => ({
				body: this.kept.length === this.fileSize ? { h: '4:aGFuZGxl' } : {},
			}));
		}
		if (path.startsWith('/video-ads-upload/')) {
			if (seen.headers.file_url) return this.fetch();
			this.fileSize = Number(seen.headers.file_size);
			return this.takeRaw(seen, chunk ?? Buffer.alloc(0), () => ({ body: { success: true } }));
		}
		return this.video(seen);
	}

	private start(path: string, fields: Record<string, string>): Reply {
		if (path.endsWith('/video_ads')) {
			const own = `${this.baseUrl}/video-ads-upload/v24.0/5`;
			return { body: { video_id: '5', upload_url: this.uploadUrl ?? own } };
		}
		this.fileSize = Number(fields.file_size);
		return { body: { upload_session_id: '70', video_id: '5', ...this.next() } };
	}

	private takePiece(fields: Record<string, string>, chunk: Buffer): Reply | 'cut' {
		const fault = this.faults.shift() ?? 'none';
		if (typeof fault === 'object' && 'reply' in fault) return fault.reply;
		if (typeof fault === 'object' && 'backTo' in fault) {
			this.kept = this.kept.subarray(0, fault.backTo);
		}
		if (Number(fields.start_offset) !== this.kept.length) return this.wrongOffset();
		this.keep(chunk, fault);
		return fault === 'lostReply' ? 'cut' : { body: this.next() };
	}

	private takeRaw({ headers }: Seen, chunk: Buffer, done: () => Reply): Reply | 'cut' {
		const fault = this.faults.shift() ?? 'none';
		if (typeof fault === 'object' && 'reply' in fault) return fault.reply;
		const offset = Number(headers.offset ?? headers.file_offset);
		if (offset > this.kept.length) return { statusCode: 400, body: graphError(100, 'Bad offset') };
		this.kept = this.kept.subarray(0, offset);
		this.keep(chunk, fault);
		return fault === 'lostReply' ? 'cut' : done();
	}

	private keep(chunk: Buffer, fault: Fault): void {
		const most = typeof fault === 'object' && 'keep' in fault ? fault.keep : chunk.length;
		this.kept = Buffer.concat([this.kept, chunk.subarray(0, most)]);
	}

	private fetch(): Reply | 'cut' {
		const fault = this.faults.shift() ?? 'none';
		if (typeof fault === 'object' && 'reply' in fault) return fault.reply;
		if (fault === 'lostReply') return 'cut';
		return { body: { success: true } };
	}

	private finish(): Reply | 'cut' {
		const how = this.finishes.shift() ?? 'done';
		if (typeof how === 'object') return how.reply;
		this.isFinished = true;
		return how === 'lost' ? 'cut' : { body: { success: true } };
	}

	private video({ query }: Seen): Reply {
		const status =
			this.statuses.length > 1 ? this.statuses.shift() : (this.statuses[0] ?? this.status());
		return { body: { id: '5', status, ...(query.fields === 'status' ? {} : this.details) } };
	}

	private status(): object {
		const isAll = this.kept.length === this.fileSize && this.fileSize > 0;
		return {
			video_status: 'processing',
			uploading_phase: {
				status: isAll ? 'complete' : 'in_progress',
				[this.spelling]: this.kept.length,
			},
			processing_phase: { status: this.isFinished ? 'in_progress' : 'not_started' },
		};
	}

	private fileStatus(): object {
		return { id: UPLOAD_SESSION, file_offset: String(this.kept.length) };
	}

	private next(): Record<string, string> {
		const start = this.kept.length;
		const end = Math.min(this.fileSize, start + this.pieceBytes);
		return { start_offset: String(start), end_offset: String(end) };
	}

	private wrongOffset(): Reply {
		const body = graphError(6000, 'There was a problem uploading your video file.', {
			error_subcode: 1363037,
			error_data: this.next(),
		});
		return { statusCode: 400, body };
	}
}

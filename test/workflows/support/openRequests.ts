import { Agent, type ClientRequest, type IncomingMessage } from 'node:http';

export interface OpenRequests {
	/** Whether a request is on its way, being worked on, or its answer is arriving. */
	isBusy(): boolean;
	/** From now on, until the function is called, the answer to this client is held back. */
	heldBack(clientPort: number | undefined): () => void;
}

interface Agents {
	addRequest(request: ClientRequest, ...rest: unknown[]): void;
}

/** Watches the HTTP requests of this process until the tests of the file are over. */
export function watchHttp(): OpenRequests {
	const open = new Map<ClientRequest, IncomingMessage | undefined>();
	const held = new Set<number | undefined>();
	// Every request of Node.js comes by here, before anything is sent.
	const agents = Agent.prototype as unknown as Agents;
	const { addRequest } = agents;
	agents.addRequest = function (this: Agents, request, ...rest) {
		open.set(request, undefined);
		request.once('response', (response) => open.set(request, response));
		request.once('close', () => open.delete(request));
		addRequest.call(this, request, ...rest);
	};
	afterAll(() => void (agents.addRequest = addRequest));
	return {
		isBusy: () =>
			[...open].some(
				([{ socket }, response]) =>
					!held.has(socket?.localPort ?? -1) && !(response && waitsForReader(response)),
			),
		heldBack: (clientPort) => {
			held.add(clientPort);
			return () => void held.delete(clientPort);
		},
	};
}

/** Nothing more arrives before someone reads what is there. */
function waitsForReader(response: IncomingMessage): boolean {
	const { complete, readableLength, readableHighWaterMark } = response;
	return complete || readableLength >= readableHighWaterMark;
}

import type { JsonObject } from '../json';
import type { Charge } from '../usage/ledger';

/** What a Graph error says; `message` without the `(#code)` in front, which is added. */
export interface ErrorSpec {
	code: number;
	message?: string;
	subcode?: number;
	type?: string;
	/** HTTP status; by default the one Graph uses for the code. */
	status?: number;
	isTransient?: boolean;
	userTitle?: string;
	userMessage?: string;
	/** The path to the parameter at fault, as in `error_data.blame_field_specs`. */
	blame?: string[];
	/** Other members of `error_data`. */
	data?: JsonObject;
}

/** An answer that is an error. Thrown anywhere below a Graph call and turned into its answer. */
export class GraphFault extends Error {
	/** What the refused call was counted against, when it was refused for that. */
	charges?: Charge[];

	constructor(readonly spec: ErrorSpec) {
		super(spec.message ?? defaultMessage(spec));
	}

	get status(): number {
		return this.spec.status ?? defaultStatus(this.spec.code);
	}

	/** The JSON body of the answer, in the shape of "Handling Errors, Error Responses". */
	body(traceId: string): JsonObject {
		const { code, subcode, type, isTransient, userTitle, userMessage, blame, data } = this.spec;
		return {
			error: {
				message: withCode(this.message, this.spec),
				type: type ?? 'OAuthException',
				code,
				...(blame || data
					? { error_data: { ...(blame ? { blame_field_specs: [blame] } : {}), ...data } }
					: {}),
				...(subcode === undefined ? {} : { error_subcode: subcode }),
				...(isTransient === undefined ? {} : { is_transient: isTransient }),
				...(userTitle === undefined ? {} : { error_user_title: userTitle }),
				...(userMessage === undefined ? {} : { error_user_msg: userMessage }),
				fbtrace_id: traceId,
			},
		};
	}
}

/** Codes whose message Graph writes without the code in front of it. */
const BARE_MESSAGE_CODES = new Set([1, 2, 101, 102, 190, 2500]);

function withCode(message: string, spec: ErrorSpec): string {
	// Validations of ad objects say just "Invalid parameter" and put the rest into the user message.
	const isValidation = spec.code === 100 && spec.subcode !== undefined;
	if (BARE_MESSAGE_CODES.has(spec.code) || isValidation || spec.type !== undefined) return message;
	return message.startsWith('(#') ? message : `(#${spec.code}) ${message}`;
}

function defaultStatus(code: number): number {
	if (code === 1 || code === 2) return 500;
	if (code === 4 || code === 10 || code === 3 || (code >= 200 && code <= 299)) return 403;
	return 400;
}

const BUSINESS_THROTTLES: Record<number, string> = {
	80000: 'ad-account',
	80001: 'Page account',
	80002: 'Instagram account',
	80003: 'ad-account',
	80004: 'ad-account',
	80005: 'lead generation account',
	80006: 'messenger account',
	80008: 'WhatsApp Business account',
	80009: 'catalog account',
	80014: 'catalog account',
};

function defaultMessage(spec: ErrorSpec): string {
	const business = BUSINESS_THROTTLES[spec.code];
	if (business)
		return `There have been too many calls to this ${business}. Wait a bit and try again.`;
	switch (spec.code) {
		case 1:
			return 'An unknown error occurred';
		case 2:
			return 'Service temporarily unavailable';
		case 4:
			return 'Application request limit reached';
		case 17:
			return 'User request limit reached';
		case 32:
			return 'Page request limit reached';
		case 190:
			return 'Invalid OAuth access token - Cannot parse access token';
		case 200:
			return 'Permissions error';
		case 368:
			return 'The action attempted has been deemed abusive or is otherwise disallowed';
		case 613:
			return 'Calls to this api have exceeded the rate limit.';
		default:
			return spec.code === 100 ? 'Invalid parameter' : `Error ${spec.code}`;
	}
}

/** What was thrown, when it is the error of a call; a mistake of the sandbox itself goes on up. */
export function asFault(error: unknown): GraphFault {
	if (error instanceof GraphFault) return error;
	throw error;
}

/**
 * Code 100 for one parameter; the message is prefixed with `(#100)`.
 * @param blame the parameter, or the path to a member of it, such as `targeting.age_min`
 */
export function invalid(message: string, blame?: string): GraphFault {
	return new GraphFault({ code: 100, message, blame: blame?.split('.') });
}

/** Code 100 with a subcode, a title and a message for people, as validations of ad objects give. */
export function refused(
	subcode: number,
	userTitle: string,
	userMessage: string,
	blame?: string,
): GraphFault {
	return new GraphFault({
		code: 100,
		subcode,
		message: 'Invalid parameter',
		isTransient: false,
		userTitle,
		userMessage,
		blame: blame?.split('.'),
	});
}

/** Code 100 subcode 33: no such object, or none that this token may see. */
export function unknownObject(method: string, id: string): GraphFault {
	return new GraphFault({
		code: 100,
		subcode: 33,
		type: 'GraphMethodException',
		message:
			`Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, ` +
			'cannot be loaded due to missing permissions, or does not support this operation. ' +
			'Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api',
	});
}

/** The account of the throw-away n8n; its password must please n8n's rules. */
export const OWNER = {
	email: 'owner@example.com',
	firstName: 'Test',
	lastName: 'Owner',
	password: 'Only-for-tests-1',
};

/** Sets up the owner account of a fresh n8n, which its editor would ask for first. */
export async function setUpOwner(url: string): Promise<void> {
	const response = await fetch(`${url}/rest/owner/setup`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(OWNER),
	});
	if (!response.ok) throw new Error(`n8n refused its owner: ${await response.text()}`);
}

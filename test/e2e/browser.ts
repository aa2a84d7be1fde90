import { existsSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { chromium, selectors } from 'playwright-core';
import { artifact } from './artifacts';
import { OWNER } from './owner';
import { say, shell } from './shell';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];
const ACTION_TIMEOUT_MS = 20_000;
const VIEWPORT_PX = { width: 1440, height: 900 };
const FORM_HEIGHT_PX = 1800;

/** Where Chromium is, after installing it where that is possible; otherwise nothing. */
export async function findChromium(): Promise<string | undefined> {
	if (existsSync(CHROMIUM)) return CHROMIUM;
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
	say('installing Chromium with apt-get');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await shell('apt-get', ['update'], { env });
	await shell('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
	return existsSync(CHROMIUM) ? CHROMIUM : undefined;
}

/** n8n's editor in a real browser, driven by what n8n's own tests hold on to (`data-test-id`). */
export class Editor {
	private screenshots = 0;

	private constructor(
		private readonly browser: Browser,
		readonly page: Page,
		private readonly url: string,
	) {}

	/** Opens a browser and signs in as the owner. */
	static async open(executablePath: string, url: string): Promise<Editor> {
		selectors.setTestIdAttribute('data-test-id');
		const browser = await chromium.launch({ executablePath, args: FLAGS });
		const context = await browser.newContext({ viewport: VIEWPORT_PX });
		context.setDefaultTimeout(ACTION_TIMEOUT_MS);
		const editor = new Editor(browser, await context.newPage(), url);
		const failure = await editor.signIn().then(
			() => undefined,
			(error: unknown) => error,
		);
		if (failure === undefined) return editor;
		// Nobody else could close it, and an open browser keeps this process from ending.
		await browser.close();
		throw failure;
	}

	async close(): Promise<void> {
		await this.browser.close();
	}

	/** Keeps what is to be seen, numbered in the order of taking. Gives the file's path. */
	async screenshot(name: string): Promise<string> {
		this.screenshots++;
		const number = String(this.screenshots).padStart(2, '0');
		const file = await artifact(`screenshots/${number}-${name}.png`);
		await this.page.screenshot({ path: file });
		return file;
	}

	/** As `screenshot`, in a window high enough for a long form. */
	async screenshotOfForm(name: string): Promise<string> {
		await this.page.setViewportSize({ ...VIEWPORT_PX, height: FORM_HEIGHT_PX });
		const file = await this.screenshot(name);
		await this.page.setViewportSize(VIEWPORT_PX);
		return file;
	}

	async openNewWorkflow(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`);
		await this.page.getByTestId('node-creator-plus-button').waitFor();
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.page.getByTestId('canvas-node').first().waitFor();
	}

	/** Types into the nodes panel, until it finds a node of that name, and gives the names it finds. */
	async searchNodes(text: string, expected = text): Promise<string[]> {
		const panel = this.page.getByTestId('node-creator-search-bar');
		if (!(await panel.isVisible())) {
			await this.page.getByTestId('node-creator-plus-button').click();
		}
		await panel.fill(text);
		const names = this.page.getByTestId('node-creator-item-name');
		await names.filter({ hasText: expected }).first().waitFor();
		return (await names.allTextContents()).map((name) => name.trim());
	}

	/**
	 * Adds a node that `searchNodes` found, by one of its actions if there are several, and opens
	 * it. n8n shows the details of a community node first.
	 */
	async addNode(name: string, action?: string): Promise<void> {
		const { page } = this;
		const names = page.getByTestId('node-creator-item-name');
		await names.filter({ hasText: name }).first().click();
		if (action) await names.getByText(action, { exact: true }).click();
		else await page.getByRole('button', { name: 'Add to workflow' }).click();
		await this.parameters().waitFor();
	}

	/** Chooses the open node's credential: which one n8n takes by itself differs by version. */
	async pickCredential(id: string): Promise<void> {
		await this.page.getByTestId('node-credentials-select').click();
		await this.page.getByTestId(`node-credentials-select-item-${id}`).click();
	}

	/** Executes the open node and waits until its output panel shows a text. */
	async executeNode(expected: string): Promise<void> {
		await this.page.getByTestId('node-execute-button').click();
		const output = this.page.getByTestId('output-panel');
		await output.getByText(expected).first().waitFor();
	}

	/** Executes the open node and waits until the page says something of it. */
	async tryNode(expected: RegExp): Promise<void> {
		await this.page.getByTestId('node-execute-button').click();
		await this.page.getByText(expected).filter({ visible: true }).first().waitFor();
	}

	/** Executes the open workflow and waits until n8n says that it went well. */
	async executeWorkflow(): Promise<void> {
		await this.page.getByTestId('execute-workflow-button').click();
		await this.page.getByText('Workflow executed successfully').first().waitFor();
	}

	/** Types into a field with a text or a number. */
	async fill(parameter: string, text: string): Promise<void> {
		const input = this.parameters().getByTestId(`parameter-input-${parameter}`);
		await input.locator('input, textarea').first().fill(text);
		await input.locator('input, textarea').first().blur();
	}

	/** The panel with the parameters of the open node. */
	parameters(): Locator {
		return this.page.getByTestId('node-parameters');
	}

	/** Adds a member to a collection, whose button is known by its text. */
	async addMember(button: string, member: string): Promise<void> {
		await this.parameters().getByPlaceholder(button, { exact: true }).click();
		const offered = this.page.getByRole('option', { name: member, exact: true });
		await offered.filter({ visible: true }).click();
	}

	/** Adds an entry to a list of entries, the field `parameter`. */
	async addEntry(parameter: string): Promise<void> {
		const list = this.parameters().getByTestId(`fixed-collection-${parameter}`);
		await list.getByTestId('fixed-collection-add').last().click();
	}

	/** Chooses from the list of a field with fixed choices. */
	async choose(parameter: string, choice: string): Promise<void> {
		await this.parameters().getByTestId(`parameter-input-${parameter}`).click();
		// What an entry is called is followed by its description, where it has one.
		const offered = this.page.getByRole('option').filter({ visible: true, hasText: choice });
		await offered.first().click();
	}

	/** Opens the list of a resource locator (a picker) and gives what it offers. */
	async openPicker(parameter: string): Promise<string[]> {
		await this.picker(parameter).getByTestId('rlc-input').click();
		return await this.picked();
	}

	/** Types into an open picker and gives what it offers then. */
	async searchPicker(text: string, expected: string): Promise<string[]> {
		await this.page.getByTestId('rlc-search').filter({ visible: true }).fill(text);
		await this.items().filter({ hasNotText: expected }).first().waitFor({ state: 'detached' });
		return await this.picked();
	}

	/** Opens a picker that lists nothing before something is typed, and gives what it offers then. */
	async searchPickerFor(parameter: string, text: string): Promise<string[]> {
		await this.picker(parameter).getByTestId('rlc-input').click();
		await this.page.getByTestId('rlc-search').filter({ visible: true }).fill(text);
		return await this.picked();
	}

	/** Chooses from an open picker. */
	async pick(text: string): Promise<void> {
		await this.items().filter({ hasText: text }).first().click();
		await this.items().first().waitFor({ state: 'hidden' });
	}

	private picker(parameter: string): Locator {
		return this.page.getByTestId(`resource-locator-${parameter}`);
	}

	/** What the open picker offers; the lists of others may stay in the page, hidden. */
	private items(): Locator {
		return this.page.getByTestId('rlc-item').filter({ visible: true });
	}

	private async picked(): Promise<string[]> {
		await this.items().first().waitFor();
		return (await this.items().allTextContents()).map((text) => text.trim());
	}

	private async signIn(): Promise<void> {
		await this.page.goto(`${this.url}/signin`);
		await this.page.getByTestId('emailOrLdapLoginId').locator('input').fill(OWNER.email);
		await this.page.getByTestId('password').locator('input').fill(OWNER.password);
		await this.page.getByTestId('form-submit-button').click();
		await this.page.getByTestId('project-home-menu-item').waitFor();
	}
}

// n8n's rules are for what is shipped; tests and tools use Node.js freely and are checked by tsc.
export default [{ ignores: ['**/*'] }];

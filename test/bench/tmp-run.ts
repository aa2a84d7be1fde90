import { manyRows } from './insights';
manyRows((line: string) => void process.stdout.write(line + '\n')).then(() => process.exit(0), (e) => { console.error(e); process.exit(1); });

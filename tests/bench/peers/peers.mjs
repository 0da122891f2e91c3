// Linters of other houses, in turns like bench-race: node peers.mjs CASES.jsonl WINDOWS.tsv
//
// Each is opened once, with its defaults, or with the rules that its documentation shows first. Prints the names, then an
// empty line; for every name read, the microseconds for one message (of chrono: one sentence), of each the fastest so far.
import fs from 'node:fs';
import readline from 'node:readline';

const TURN = 0.3; // seconds
const lines = (path) => fs.readFileSync(path, 'utf8').trim().split('\n');
const messages = lines(process.argv[2]).map((line) => JSON.parse(line).messages[0].body);
const promises = lines(process.argv[3]).slice(1).map((line) => line.split('\t')).map((row) => [row[5], new Date(row[1])]);
const plugin = async (name) => (await import(name)).default;
const seconds = () => Number(process.hrtime.bigint()) / 1e9;

const peers = {
  async retext() {
    const { retext } = await import('retext');
    const { VFile } = await import('vfile');
    const rules = ['passive', 'simplify', 'repeated-words', 'indefinite-article'];
    let processor = retext();
    for (const rule of rules) processor = processor.use(await plugin(`retext-${rule}`));
    processor = processor.freeze();
    return (text) => {
      const file = new VFile(text);
      processor.runSync(processor.parse(file), file);
      return file.messages.length;
    };
  },
  async 'write-good'() {
    const writeGood = await plugin('write-good');
    return (text) => writeGood(text).length;
  },
  async textlint() {
    const { TextlintKernel } = await import('@textlint/kernel');
    const part = async (name) => { const one = await plugin(name); return one.default ?? one; };
    const kernel = new TextlintKernel();
    const rules = ['write-good', 'no-todo', 'terminology', 'common-misspellings'];
    const options = {
      filePath: '/message.txt',
      ext: '.txt',
      plugins: [{ pluginId: 'text', plugin: await part('@textlint/textlint-plugin-text'), options: true }],
      rules: await Promise.all(rules.map(async (rule) =>
        ({ ruleId: rule, rule: await part(`textlint-rule-${rule}`), options: true }))),
    };
    return async (text) => (await kernel.lintText(text, options)).messages.length;
  },
  async alex() {
    const alex = await import('alex');
    return (text) => alex.text(text).messages.length;
  },
  async harper() {
    const harper = await import('harper.js');
    const { binary } = await import('harper.js/binary').catch(() => harper);
    const linter = new harper.LocalLinter({ binary, dialect: harper.Dialect?.American });
    await linter.setup();
    return async (text) => {
      const found = await linter.lint(text, { language: 'plaintext' });
      for (const one of found) one.free?.();
      return found.length;
    };
  },
  async chrono() {
    const chrono = await import('chrono-node');
    return ([sentence, reference]) => chrono.parse(sentence, reference).length;
  },
};

// A turn goes on where the last one ended: the slow need many for all messages.
async function haveTurn(judge, things, state) {
  const first = seconds();
  do {
    const at = state.next++ % things.length;
    const start = seconds();
    const result = judge(things[at]);
    if (result instanceof Promise) await result;
    state.fastest[at] = Math.min(state.fastest[at], seconds() - start);
  } while (seconds() - first < TURN);
  const seen = state.fastest.filter(Number.isFinite);
  return (seen.reduce((sum, one) => sum + one) / seen.length) * 1e6;
}

const open = {};
for (const [name, opener] of Object.entries(peers)) {
  try {
    const judge = await opener();
    const things = name === 'chrono' ? promises : messages;
    const state = { next: 0, fastest: things.map(() => Infinity) };
    open[name] = () => haveTurn(judge, things, state);
    for (let i = 0; i < 3; i++) await open[name](); // warm: compiled by now
    console.log(name);
  } catch (error) {
    console.error(`${name}: ${error.message.split('\n')[0]}`);
  }
}
console.log('');
for await (const line of readline.createInterface({ input: process.stdin })) {
  if (open[line]) console.log((await open[line]()).toFixed(5));
}
process.exit(0);

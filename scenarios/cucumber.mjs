// Which scenarios run: all, on the engine that YIZHENG_ENGINE names. Those marked @postgresql or @sqlite need it.
const engine = process.env.YIZHENG_ENGINE ?? 'sqlite';

export default {
  paths: ['features/**/*.feature'],
  import: ['support/*.mjs', 'steps/*.mjs'],
  language: 'zh-CN',
  format: ['progress', ['summary', `../build/scenarios-${engine}.txt`]],
  tags: engine === 'postgresql' ? 'not @sqlite' : 'not @postgresql',
  strict: true,
  forceExit: true, // a fixture that failed may have left PostgreSQL running; the exit stops it
};

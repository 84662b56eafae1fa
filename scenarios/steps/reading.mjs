// Reading a report: the command `yizheng read`, as a person at the office runs it.
import { Given, When, Then } from '@cucumber/cucumber';
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../tests/support/program.mjs';

async function read(world, files, options = []) {
  world.reading = await run(['read', '--json', ...options, ...files]);
  const lines = world.reading.stdout.split('\n').filter(Boolean);
  world.report = lines.length > 0 ? JSON.parse(lines.at(-1)) : null;
}

Given('有一份报告', function (text) {
  this.reportFile = join(this.folder, '报告.txt');
  writeFileSync(this.reportFile, `${text}\n`);
});
When('阅读这份报告', async function () {
  await read(this, [this.reportFile]);
});
When('阅读这份报告，连很可能的修复一起用', async function () {
  await read(this, [this.reportFile], ['--apply', 'probable']);
  assert.equal(this.reading.code, 0, this.reading.stderr);
});
When('撤销第{int}处修复再读一遍', async function (nth) {
  const { kind, start } = this.report.repairs[nth - 1];
  await read(this, [this.reportFile], ['--apply', 'probable', '--undo', `${kind}:${start}`]);
  assert.equal(this.reading.code, 0, this.reading.stderr);
});
When('把它同一个不存在的文件一起读', async function () {
  await read(this, [join(this.folder, '没有.txt'), this.reportFile]);
});

Then('修复了{int}处重复标点', function (count) {
  const done = this.report.repairs.filter((repair) => repair.kind === 'doubled_punctuation' && repair.applied);
  assert.equal(done.length, count);
  // What was there is never lost.
  for (const repair of done) assert.ok(repair.original.length > repair.replacement.length);
});
Then('认出的数字有', function (table) {
  const found = this.report.claims.map((one) => ({
    数字: one.quantity,
    值: String(one.value),
    单位: one.unit,
    种类: one.kind,
  }));
  for (const row of table.hashes()) {
    assert.ok(
      found.some((one) => Object.keys(row).every((key) => one[key] === row[key])),
      `${JSON.stringify(row)} is not among ${JSON.stringify(found)}`,
    );
  }
});
Then('核对的结果有', function (table) {
  for (const row of table.hashes()) {
    const hit = this.report.checks.find(
      (check) =>
        check.kind === row.种类 && check.verdict === row.结论 && Math.abs(check.computed - Number(row.算出的值)) < 0.01,
    );
    assert.ok(hit, `${JSON.stringify(row)} is not among ${JSON.stringify(this.report.checks)}`);
    assert.ok(hit.explanation.zh && hit.explanation.en);
  }
});
Then('没有一处不符', function () {
  assert.deepEqual(
    this.report.checks.filter((check) => check.verdict === 'fails'),
    [],
  );
});
Then('命令以{int}结束', function (code) {
  assert.equal(this.reading.code, code, this.reading.stderr);
});
Then('文字里有“{}”', function (words) {
  assert.ok(this.report.text.includes(words), this.report.text);
});
Then('说明了哪个文件读不了', function () {
  assert.match(this.reading.stderr, /没有\.txt/);
  assert.match(this.reading.stderr, /file_missing/);
});

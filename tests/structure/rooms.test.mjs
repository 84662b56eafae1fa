import test from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, writeFileSync, rmSync } from 'node:fs';
import { join, dirname } from 'node:path';
import { tmpdir } from 'node:os';
import { roomFaults } from './rooms.mjs';
import { ROOT } from '../support/paths.mjs';

test('a room includes only rooms before it', () => {
  assert.deepEqual(roomFaults(join(ROOT, 'src')), []);
});

test('each kind of violation is found', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'yizheng-rooms-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const write = (name, text) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  write('base/id.h', '#include <string>\n');
  write('base/up.cpp', '#include "store/row.h"\n');
  write('store/row.h', '#include <soci/soci.h>\n#include "base/id.h"\n');
  write('http/server.cpp', '#include <boost/beast/http.hpp>\n#include "base/id.h"\n');
  write('opinions/opinion.cpp', '#include "proposals/proposal.h"\n');
  write('proposals/proposal.h', '#include "base/id.h"\n');
  write('cli/serve.cpp', '#include "http/leak.h"\n');
  write('http/leak.h', '#include <boost/asio.hpp>\n');
  write('attic/old.cpp', '');
  assert.deepEqual(roomFaults(folder).sort(), [
    'src/attic/old.cpp: the room "attic" has no place in the order of rooms (tests/structure/rooms.mjs)',
    'src/base/up.cpp includes store/row.h, but store comes after base',
    'src/base/up.cpp reaches soci/soci.h, but SOCI belongs in src/store alone',
    'src/cli/serve.cpp reaches boost/asio.hpp, but Boost.Beast belongs in src/http alone',
    'src/opinions/opinion.cpp includes proposals/proposal.h, but the domain rooms do not include one another',
  ]);
});

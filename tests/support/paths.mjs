// Where things are. ctest says which build is tested.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const BINARY = process.env.YIZHENG_BINARY ?? join(ROOT, 'build', 'release', 'yizheng');
export const WEB_DIST = join(ROOT, 'web', 'dist');
// How many times longer than usual the program may take: ctest says so for sanitized builds.
export const PATIENCE = Number(process.env.YIZHENG_PATIENCE ?? 1);

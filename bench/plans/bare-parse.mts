// Parses a text once with the yaml library and nothing else, and prints the milliseconds: run in a process of its own.
import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';

const text = readFileSync(process.argv[2] ?? '', 'utf8');
const start = performance.now();
parseDocument(text);
process.stdout.write(String(performance.now() - start));

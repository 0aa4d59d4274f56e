// Bytes of other programs' files: what they are taken for, and what is left alone.
import { expect, it } from 'vitest';
import { foreignText } from '../../../server/exchange/foreign-bytes.ts';

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** As Excel saves “CSV” in China, in western Europe, in Russia and in Taiwan. */
const chinese = bytes(
  'c8cecef1c3fbb3c62cb9a4c6da2cc7b0d6c3c8cecef12cb8bad4f0c8cb0ad0e8c7f3b7d6cef62c3520b8f6b9a4d7f7c8d52c2cd5c5c8fd0ab7bdb0b8c9e8bcc62c332c312cc0eef6ce0a',
);
const western = bytes(
  '49443b5461736b204e616d653b4475726174696f6e3b5072656465636573736f72730a313b436166e92096206d656e753b3520646179733b0a323b4772f6df65207072fc66656e3b3320646179733b310a',
);
const russian = bytes('cde0e7e2e0ede8e52cc4ebe8f2e5ebfcedeef1f2fc0acfeee4e3eef2eee2eae020efebeef9e0e4eae82c350a');
const taiwanese = bytes('a5f4b0c8a657bad92ca475b4c10abbdda844a4c0aa522c350aa4e8aed7b35dad702c330a');

it('reads tables in the encoding that Excel gives them', () => {
  expect(foreignText(chinese, 'a.csv')).toEqual({
    text: '任务名称,工期,前置任务,负责人\n需求分析,5 个工作日,,张三\n方案设计,3,1,李鑫\n',
    encoding: 'gbk',
  });
  expect(foreignText(western, 'A.CSV')).toEqual({
    text: 'ID;Task Name;Duration;Predecessors\n1;Café – menu;5 days;\n2;Größe prüfen;3 days;1\n',
    encoding: 'windows-1252',
  });
});

it('guesses nothing else', () => {
  expect(foreignText(russian, 'a.csv')).toBeUndefined();
  expect(foreignText(taiwanese, 'a.csv')).toBeUndefined();
  expect(foreignText(chinese, 'a.json')).toBeUndefined();
  expect(foreignText(bytes('00ff'), 'a.csv')).toBeUndefined();
});

it('takes Unicode for what it is, and XML at its word', () => {
  const text = new TextEncoder().encode('Café');
  expect(foreignText(text, 'a.csv')).toEqual({ text: 'Café' });
  expect(foreignText(bytes('fffe4100'), 'a.csv')).toEqual({ text: 'A' });
  expect(foreignText(bytes('feff0041'), 'a.csv')).toEqual({ text: 'A' });
  const xml = (encoding: string) =>
    Uint8Array.from([...new TextEncoder().encode(`<?xml version="1.0" encoding="${encoding}"?><a>`), 0xd6, 0xd0]);
  expect(foreignText(xml('GBK'), 'a.xml')).toEqual({
    text: '<?xml version="1.0" encoding="GBK"?><a>中',
    encoding: 'GBK',
  });
  expect(foreignText(xml('no-such'), 'a.xml')).toBeUndefined();
});

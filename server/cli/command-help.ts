// Help and problems of usage in the reader's language: the library for command lines speaks English only.
import { type Command, Help, type HelpConfiguration, type Option } from 'commander';
import stringWidth from 'string-width';
import { commandHelpWords, helpFrameWords, usageWords } from '../words/command-help.ts';
import { type Locale, type Phrase, plainWording, say } from '../words/words.ts';

/** What a command, an argument or an option is for, in the reader's language. */
export function helpWording(locale: Locale): (key: keyof typeof commandHelpWords) => string {
  return (key) => commandHelpWords[key][locale];
}

/** How help is laid out in a language: what the library says itself, and columns that line up in Chinese. */
export function helpLayout(locale: Locale): HelpConfiguration {
  const english = new Help();
  const framed = (text: string): string =>
    text.replaceAll(/\w+:|\[\w+\]/g, (part) => (isFrame(part) ? helpFrameWords[part][locale] : part));
  return {
    displayWidth: (text) => stringWidth(text),
    boxWrap: locale === 'en' ? (text, width) => english.boxWrap(text, width) : wrapChinese,
    styleTitle: framed,
    styleUsage: framed,
    subcommandTerm: (command) => framed(english.subcommandTerm(command)),
    optionDescription: (option) => optionHelp(option, locale),
  };
}

function isFrame(part: string): part is keyof typeof helpFrameWords {
  return Object.hasOwn(helpFrameWords, part);
}

/** What an option is for, what it can be, and what it is when it is left out. */
function optionHelp({ description, argChoices, defaultValue, required }: Option, locale: Locale): string {
  const known = argChoices?.join(' ');
  const value = required && typeof defaultValue !== 'object' ? defaultValue : undefined;
  const key = known === undefined ? 'default' : value === undefined ? 'choices' : 'choices-default';
  if (key === 'default' && value === undefined) return description;
  const args = { what: description, known: known ?? '', value: String(value) };
  return say(helpFrameWords[key], args, plainWording(locale));
}

/** Chinese has no blanks to break lines at: any character may begin a line but a mark that ends a clause. */
function wrapChinese(text: string, width: number): string {
  const pieces = text.match(/\s*(?:[（“]*\p{Script=Han}|[^\s\p{Script=Han}，。；：、）”]+)[，。；：、）”]*/gu) ?? [];
  const lines = [''];
  for (const piece of pieces) {
    const line = lines.at(-1) ?? '';
    if (line === '' || stringWidth(line + piece) <= width) lines[lines.length - 1] = line + piece;
    else lines.push(piece.trimStart());
  }
  return lines.join('\n');
}

/** The library's complaints, and ours in their place: named groups are what is filled in. */
const complaints: readonly (readonly [RegExp, Phrase])[] = [
  [/^missing required argument '(?<name>.*)'$/s, usageWords['missing-argument']],
  [/^option '(?<option>.*)' argument missing$/s, usageWords['option-without-value']],
  [/^required option '(?<option>.*)' not specified$/s, usageWords['missing-option']],
  [/^unknown option '(?<option>.*)'$/s, usageWords['unknown-option']],
  [/^unknown command '(?<command>.*)'$/s, usageWords['unknown-command']],
  [
    /^too many arguments for '(?<command>.*?)'\. Expected (?<expected>\d+) arguments? but got (?<received>\d+): (?<given>.*)\.$/s,
    usageWords['too-many'],
  ],
  [
    /^option '(?<option>.*)' argument '(?<value>.*)' is invalid\. Allowed choices are (?<known>.*)\.$/s,
    usageWords['bad-choice'],
  ],
  [/^option '(?<option>.*)' argument '.*?' is invalid\. (?<why>.*)$/s, usageWords['bad-value']],
];

/** What is wrong with the words of a command, what is like it, and where help is. */
export function usageProblem(library: string, program: Command, locale: Locale): string {
  const wording = plainWording(locale);
  const [, complaint = library, near] =
    /^(?:error: )?(.*?)(?:\n\(Did you mean (?:one of )?(.*)\?\))?\n?$/s.exec(library) ?? [];
  const [pattern, phrase] = complaints.find(([known]) => known.test(complaint)) ?? [];
  const said = phrase === undefined ? complaint : say(phrase, { ...pattern?.exec(complaint)?.groups }, wording);
  const command = program.commands.find((each) => each.name() === process.argv[2])?.name();
  const lines = [
    said,
    ...(near === undefined ? [] : [say(usageWords.near, { near }, wording)]),
    say(usageWords['see-help'], { command: command === undefined ? 'plan' : `plan ${command}` }, wording),
  ];
  return `${lines.join('\n')}\n`;
}

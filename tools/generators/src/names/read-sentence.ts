import { Refusal } from '../refusal.ts';

/** A sentence for a comment or a docstring: one line, with its full stop. */
export function readSentence(written: string | undefined): string {
  const sentence = (written ?? '').trim();
  if (sentence === '' || /[\n"`\\]|\*\//.test(sentence) || sentence.length > 90) {
    throw new Refusal(
      'The description is one sentence of at most 90 characters, without quotation marks.',
      'For example: --description "Says how something stands."',
    );
  }
  const whole = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}

/** The attachment by which a mutant's test tells the reporter what became of it. */
export const OUTCOME = 'outcome';

/** What became of a mutant, before the list of exceptions is asked. */
export interface Outcome {
  outcome: 'killed' | 'refused' | 'survived';
  /** The check that noticed, with its row. */
  killer?: string;
  /** The beginning of what it said. */
  complaint?: string;
  /** Milliseconds from the change to the verdict. */
  ms: number;
  /** Checks that failed beside others and passed alone. */
  unsteady: string[];
}

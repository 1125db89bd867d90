/** Sentences of the letters, in one language. */
export interface LetterWords {
  greeting: string;
  /** Under every letter. */
  ending: string;
  invitation: { subject(actor: string): string; body(actor: string, role: string, days: number): string };
  newPassPhrase: { subject: string; body: string };
  changeAddress: { subject: string; body(newEmail: string): string };
  confirmAddress: { subject: string; body: string };
  roles: Readonly<Record<string, string>>;
}

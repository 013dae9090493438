// What a column of an outside file is expected to be: one list per kind of file, from which reading, templates and the words
// of every error are made.

export type ImportChoice = string | { value: string; label: string; aliases?: readonly string[] };

export type ImportColumn = {
  /** The field's name, as in SQL and JSON. */
  field: string;
  /** The heading as it should stand in the file. */
  header: string;
  /** Other headings that mean the same; case, spaces and punctuation never matter. */
  aliases?: readonly string[];
  /** The column must be there and every row must have a value in it. */
  required?: boolean;
  parse: 'text' | 'day' | 'number' | 'integer' | 'boolean' | 'choice';
  choices?: readonly ImportChoice[];
  /** Words that mean "nothing here" in this column, besides an empty cell and "not printed". */
  blanks?: readonly string[];
};

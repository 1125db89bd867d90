interface SelectProps<T extends string> {
  label: string;
  value: T;
  choices: readonly { value: T; name: string }[];
  onChange: (value: T) => void;
}

/** A choice among a few, with its label above; the browser's own list, which every phone and screen reader knows. */
export function Select<T extends string>({ label, value, choices, onChange }: SelectProps<T>) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <span className="select">
        <select
          value={value}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.name}
            </option>
          ))}
        </select>
      </span>
    </label>
  );
}

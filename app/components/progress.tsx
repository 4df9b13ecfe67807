import { useId, type ReactNode } from 'react';

export interface ProgressProps {
  /** What is being done and how far: 正在导入 218 行，已完成 142 行. */
  text: string;
  value: number;
  max: number;
  note?: ReactNode;
}

/** Long work that can be left. */
export function Progress({ text, value, max, note }: ProgressProps) {
  const id = useId();
  return (
    <div className="progress">
      <p id={id} role="status">
        {text}
      </p>
      <progress className="track" aria-labelledby={id} value={value} max={Math.max(1, max)} />
      {note ? <p className="small soft">{note}</p> : null}
    </div>
  );
}

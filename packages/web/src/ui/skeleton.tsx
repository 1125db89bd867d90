import { useLingui } from "@lingui/react/macro";

interface SkeletonProps {
  /** Lines of text, or the height of a block in rem. */
  lines?: number;
  block?: number;
}

/** Holds the place of what is still on its way, in its final shape. */
export function Skeleton({ lines, block }: SkeletonProps) {
  if (block !== undefined)
    return <div className="skeleton" aria-hidden style={{ blockSize: `${block}rem` }} />;
  return (
    <div className="skeleton-lines" aria-hidden>
      {Array.from({ length: lines ?? 3 }, (_, line) => `line-${line}`).map((key) => (
        <div key={key} className="skeleton skeleton-line" />
      ))}
    </div>
  );
}

/** The shape of a page before its data are here: title, sentence, one large figure. */
export function PageSkeleton() {
  const { t } = useLingui();
  return (
    <div
      className="page"
      role="status"
      aria-label={t({ message: "Loading", comment: "Read aloud while a page loads" })}
    >
      <Skeleton lines={2} />
      <Skeleton block={24} />
    </div>
  );
}

import { formatFileSize } from '~/format';

export interface FileLink {
  name: string;
  href: string;
  /** In bytes. */
  size?: number | null;
}

/** Files to fetch, with their sizes. */
export function FileList({ files }: { files: readonly FileLink[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.href}>
          <a href={file.href} download={file.name}>
            {file.name}
          </a>
          {file.size ? <span>{formatFileSize(file.size)}</span> : null}
        </li>
      ))}
    </ul>
  );
}

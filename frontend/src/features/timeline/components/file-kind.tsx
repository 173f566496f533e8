import { File as FileIcon, FileArchive, FileAudio, FileText, FileVideo } from 'lucide-react';

/** Of what kind a file is, as a picture. */
export function FileKind({ contentType }: { contentType: string }) {
  if (contentType.startsWith('video/')) return <FileVideo size={28} />;
  if (contentType.startsWith('audio/')) return <FileAudio size={28} />;
  if (contentType.startsWith('text/') || contentType === 'application/pdf') return <FileText size={28} />;
  return contentType === 'application/zip' ? <FileArchive size={28} /> : <FileIcon size={28} />;
}

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Attachment } from '../../../src-shared/domain/case.ts';
import { queries } from '../../data/queries.ts';

/** An address inside this window for the bytes of a file; null until they are here, and when they are not on this workstation. */
export function useFileUrl(attachment: Attachment, canOpen: boolean): string | null {
  const { data: bytes } = useQuery({ ...queries.fileBytes(attachment.sha256), enabled: canOpen });
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!bytes) return;
    const made = URL.createObjectURL(new Blob([bytes], { type: attachment.mediaType }));
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(null);
    };
  }, [bytes, attachment.mediaType]);
  return url;
}

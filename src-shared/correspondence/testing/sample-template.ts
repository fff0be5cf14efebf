import { MessageTemplate } from '../message-template.ts';

/** A mail to whom nothing happens by itself, with the English text given. */
export function sampleTemplate(body: string, more: Partial<MessageTemplate> = {}): MessageTemplate {
  return MessageTemplate.parse({
    code: 'SAMPLE',
    name: 'Sample',
    event: null,
    form: 'email',
    version: 3,
    subject: { en: 'About your case' },
    body: { en: body },
    isActive: true,
    ...more,
  });
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindOfFile } from './file-kind.ts';
import { FILE_KINDS } from './kinds.ts';
import { judgeFile, MAX_ATTACHMENT_BYTES, safeFileName } from './judge-file.ts';
import { officeFile, oldOfficeFile, zipOf } from './testing/sample-files.ts';

const bytes = (text: string, ...more: readonly number[]): Uint8Array => Uint8Array.from([...Buffer.from(text, 'latin1'), ...more]);

describe('the kind of a file', () => {
  it.each([
    ['jpeg', bytes('\xff\xd8\xff\xe1Exif')],
    ['png', bytes('\x89PNG\r\n\x1a\n')],
    ['gif', bytes('GIF89a')],
    ['webp', bytes('RIFF\0\0\0\0WEBPVP8 ')],
    ['tiff', bytes('II*\0')],
    ['heic', bytes('\0\0\0\x18ftypheic')],
    ['pdf', bytes('%PDF-1.7\n')],
    ['text', bytes('Name;Street\r\nAna;Elm\r\n')],
    ['text', Uint8Array.from(Buffer.from('Ana Núñez wohnt in der Straße – 日本', 'utf8'))],
    ['text', Uint8Array.from([0xff, 0xfe, ...Buffer.from('a letter', 'utf16le')])],
    ['email', bytes('From: a@b.c\r\nTo: d@e.f\r\nSubject: hole\r\n\r\n<html>Hello</html>')],
    ['word', officeFile('word')],
    ['excel', officeFile('excel')],
    ['powerpoint', officeFile('powerpoint')],
    ['openText', zipOf([['mimetype', FILE_KINDS.openText.mediaType], ['content.xml', '<x/>']])],
    ['oldWord', oldOfficeFile('WordDocument')],
    ['outlook', oldOfficeFile('__properties_version1.0')],
  ] as const)('is %s by its bytes', (kind, content) => {
    expect(kindOfFile(content)).toEqual({ ok: true, kind });
  });

  it.each([
    ['empty', new Uint8Array()],
    ['program', bytes('MZ\x90\0')],
    ['program', bytes('\x7fELF\x02')],
    ['program', bytes('\xca\xfe\xba\xbe\0')],
    ['script', bytes('#!/bin/sh\nrm -rf /\n')],
    ['script', bytes('@echo off\r\ndel *.*\r\n')],
    ['webPage', bytes('<!DOCTYPE html><p>')],
    ['webPage', bytes('\n  <svg xmlns="x"><script/></svg>')],
    ['webPage', bytes('See: <script>alert(1)</script>')],
    ['macros', zipOf([['[Content_Types].xml', ''], ['word/document.xml', ''], ['word/vbaProject.bin', '']])],
    ['macros', oldOfficeFile('WordDocument', '_VBA_PROJECT')],
    ['locked', oldOfficeFile('EncryptedPackage')],
    ['program', zipOf([['[Content_Types].xml', ''], ['word/document.xml', ''], ['word/embeddings/setup.exe', '']])],
    ['archive', zipOf([['letter.txt', 'hello']])],
    ['archive', bytes('PK\x03\x04 cut')],
    ['unknown', oldOfficeFile('an installer')],
    ['unknown', bytes('{\\rtf1 hello}')],
    ['unknown', bytes('some\0binary')],
    ['unknown', Uint8Array.from({ length: 400 }, (_, index) => 128 + ((index * 37) % 128))],
  ] as const)('is not allowed: %s', (why, content) => {
    expect(kindOfFile(content)).toEqual({ ok: false, why });
  });

  it('never throws, whatever the bytes', () => {
    const zipLike = fc.uint8Array({ maxLength: 300 }).map((tail) => Uint8Array.from([...bytes('PK\x03\x04'), ...tail, ...bytes('PK\x05\x06'), ...tail.slice(0, 30)]));
    fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 2_000 }), zipLike), (content) => {
      const found = kindOfFile(content);
      expect(found.ok || found.why.length > 0).toBe(true);
    }));
  });
});

describe('a file somebody wants to attach', () => {
  it('is refused with what can be attached when it is a program under another name', () => {
    const judged = judgeFile('photo.jpg', bytes('MZ\x90\0'));
    expect(judged).toMatchObject({ ok: false, sentence: expect.stringMatching(/^This is a program.*whatever its name says.*Pictures \(JPEG/) });
  });

  it('is refused when its text is named like a script', () => {
    expect(judgeFile('invoice.bat', bytes('del *.*'))).toMatchObject({ ok: false });
    expect(judgeFile('invoice.txt', bytes('del *.*'))).toMatchObject({ ok: true, mediaType: 'text/plain' });
  });

  it('is refused with its size when it is too large', () => {
    const judged = judgeFile('scan.pdf', new Uint8Array(MAX_ATTACHMENT_BYTES + 5_000_000));
    expect(judged).toMatchObject({ ok: false, sentence: 'The file has 30.0 MB; a file may have at most 25.0 MB. Scan it again in grey or at a lower resolution, or attach it in parts.' });
  });
});

describe('the name of a file on a disk', () => {
  it.each([
    ['letter.pdf', 'application/pdf', 'letter.pdf'],
    ['photo.exe', 'image/jpeg', 'photo.exe.jpg'],
    ['../../etc/passwd', 'text/plain', 'etc passwd.txt'],
    ['photo\u202Egpj.exe', 'image/png', 'photo gpj.exe.png'],
    ['CON', 'text/plain', 'File.txt'],
    ['a'.repeat(300), 'text/plain', `${'a'.repeat(100)}.txt`],
    ['page.html', 'text/html', 'page.html.bin'],
    ['Scan 1.PDF', 'application/pdf', 'Scan 1.pdf'],
  ])('%s (%s) is %s', (name, mediaType, expected) => {
    expect(safeFileName(name, mediaType)).toBe(expected);
  });

  it('never leads out of its folder and always has an extension of its kind', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.constantFrom('application/pdf', 'text/plain', 'image/png'), (name, mediaType) => {
      const safe = safeFileName(name, mediaType);
      expect(safe).toMatch(/^[^/\\:\0]+\.(pdf|txt|csv|tsv|log|md|png)$/);
      expect(safe.startsWith('.')).toBe(false);
      expect(safe.length).toBeLessThanOrEqual(110);
    }));
  });
});


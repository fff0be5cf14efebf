import { describe, expect, test } from 'vitest';
import { isAddress, maskAddress } from './address.ts';

describe('addresses', () => {
  test.each(['maria@city.example', 'o’neil+311@city.example', 'maria@cityhall', 'josé@año.example', 'a.b_c@sub.city.example'])('%s can be one', (address) => {
    expect(isAddress('email', address)).toBe(true);
  });

  test.each(['', 'maria', 'maria@', '@city.example', 'maria @city.example', 'a@b.example,c@d.example', 'Maria <maria@city.example>', 'maria@city..example', 'maria@-city.example', 'a@b@c.example', 'maria@city.example\n', `${'x'.repeat(65)}@city.example`])('%j cannot', (address) => {
    expect(isAddress('email', address)).toBe(false);
  });

  test.each<[string, boolean]>([['(555) 010-0142', true], ['+1 555 010 0142', true], ['31145', true], ['911', false], ['call me', false], ['-- -- --', false]])('telephone %j: %s', (address, isOne) => {
    expect(isAddress('text', address)).toBe(isOne);
  });

  test('a device is known by anything without spaces', () => {
    expect(isAddress('push', 'fcm:abc/def==')).toBe(true);
    expect(isAddress('push', 'two words')).toBe(false);
  });

  test.each<['email' | 'text' | 'push', string, string]>([
    ['email', 'h.whitaker@city.example', 'h•••@city.example'],
    ['email', 'ab@city.example', '•••@city.example'],
    ['email', 'nothing of the kind', '•••'],
    ['text', '+1 (555) 010-0142', '•••0142'],
    ['text', '31145', '•••'],
    ['push', 'fcm:abcdef', '•••'],
  ])('%s %s is shown as %s', (method, address, shown) => {
    expect(maskAddress(method, address)).toBe(shown);
  });
});

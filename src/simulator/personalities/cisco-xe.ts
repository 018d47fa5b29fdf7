import type { Personality } from '../personality.ts';
import { ciscoIos } from './cisco-ios.ts';

export const ciscoXe: Personality = { ...ciscoIos, platform: 'cisco_xe' };

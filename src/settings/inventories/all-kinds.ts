import { ansible } from './ansible.ts';
import { csv } from './csv.ts';
import type { InventoryKind } from './inventory-kind.ts';
import { netbox } from './netbox.ts';
import { nornir } from './nornir.ts';
import { oxidized } from './oxidized.ts';
import { rancid } from './rancid.ts';

/** Every kind of inventory, one line each. */
export const INVENTORY_KINDS: readonly InventoryKind[] = [ansible, csv, netbox, nornir, oxidized, rancid];

/**
 * Where order has a meaning. `within` patterns are matched against the *last* parents of the lines in question, so a rule
 * also holds inside a VRF, a logical system or a group.
 *
 * - `children`: the lines directly inside the section are ordered (route-map terms, named ACLs)
 * - `siblings`: lines that match and share the capture groups are ordered among themselves (numbered ACLs at the top level)
 * - `whole-body`: the section's text is one value, indentation and repeats included (XR route-policy). Of a set, what stands
 *   between its commas counts, in any order and on any line; remarks of it say nothing
 *
 * With `where`, the order counts only if a line of either config matches, at the top or one level below: servers are asked
 * in the order of their definitions where no group says another.
 *
 * Entries may say their place by a number, which group 1 of `numbers` catches: the device reads them by it, wherever they
 * stand in the text. A list in which one entry has none is read from top to bottom.
 *
 * They may also say at which place of the list they are put in, which group 1 of `inserts` catches: what stood there before is
 * behind them then, and one without such a number is put at the end. `placing` writes an entry that it
 * matches as the command that puts it at `{place}`: no other one has to go for it.
 *
 * Taking an entry back may take all of them. Then `whole` matches how the list is called in one, which is what is taken back.
 *
 * An entry may be several lines, as `set` lines are: group 1 of `entries` catches what it is called, group 2 what a line of it
 * is about. Entries stand where their first lines do; of the lines of one entry only those about the same thing have an order.
 */
export type OrderRule = { readonly where?: RegExp } & (
	| { readonly kind: 'children'; readonly within: readonly RegExp[]; readonly numbers?: RegExp }
	| {
			readonly kind: 'siblings';
			readonly pattern: RegExp;
			readonly within?: readonly RegExp[];
			readonly numbers?: RegExp;
			readonly inserts?: RegExp;
			readonly placing?: readonly [entry: RegExp, command: string];
			readonly whole?: RegExp;
			readonly entries?: RegExp;
	  }
	| { readonly kind: 'whole-body'; readonly within: readonly RegExp[]; readonly set?: { readonly remark: string } }
);

import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../../support/compare-texts.ts';

const diffOf = (intended: readonly string[], running: readonly string[]): string =>
	compareTexts({ intended, running }).diff;

describe('renderUnified', () => {
	it('labels both sides and shows a change under its parents, with the lines on both sides', () => {
		expect(diffOf(['hostname a', 'interface 1', ' mtu 9'], ['hostname a', 'interface 1', ' mtu 9', ' shutdown'])).toBe(
			`--- intended
+++ running
@@ -0 +4 @@ interface 1
 interface 1
+  shutdown
`,
		);
	});

	it('shows what replaced what, a parent once per hunk, and a hunk per section', () => {
		expect(
			diffOf(
				['router 1', ' vrf A', '  a 1', '  b 1', ' vrf B', '  c 1', 'interface 1', ' mtu 9'],
				['router 1', ' vrf A', '  a 2', '  b 2', ' vrf B', '  c 2', 'interface 1', ' mtu 8'],
			),
		).toBe(
			`--- intended
+++ running
@@ -3 +3 @@ router 1
 router 1
   vrf A
-    a 1
+    a 2
-    b 1
+    b 2
   vrf B
-    c 1
+    c 2
@@ -8 +8 @@ interface 1
 interface 1
-  mtu 9
+  mtu 8
`,
		);
	});

	it('does not repeat the header of a section that is itself missing', () => {
		expect(diffOf(['interface 1', ' mtu 9', ' shutdown'], [])).toBe(
			`--- intended
+++ running
@@ -1 +0 @@
-interface 1
-  mtu 9
-  shutdown
`,
		);
	});

	it('marks a moved line and says from where to where', () => {
		expect(diffOf(['list A', ' a', ' b', ' c'], ['list A', ' b', ' c', ' a'])).toBe(
			`--- intended
+++ running
@@ -2 +4 @@ list A
 list A
!  a  (moved: intended line 2, running line 4)
`,
		);
	});

	it('keeps neighbouring single lines in one hunk', () => {
		expect(diffOf(['a x y', 'b x y'], [])).toBe(
			`--- intended
+++ running
@@ -1 +0 @@
-a x y
-b x y
`,
		);
	});

	it('gives single lines that stand apart a hunk each, and follows a missing section with what stands behind it', () => {
		const between = Array.from({ length: 9 }, (_, index) => `line ${index}`);

		expect(diffOf(['a x y', ...between, 'interface 1', ' mtu 9', 'b x y'], between)).toBe(
			`--- intended
+++ running
@@ -1 +0 @@
-a x y
@@ -11 +0 @@
-interface 1
-  mtu 9
-b x y
`,
		);
	});

	it('does not put a single line under the section in front of it', () => {
		expect(diffOf(['interface 1', ' mtu 9', 'b x y'], ['interface 1', ' mtu 8'])).toContain('@@ -3 +0 @@\n-b x y\n');
	});

	it('keeps the indentation of a text that is one value', () => {
		expect(diffOf(['policy A', '  if x', '    pass'], ['policy A', '  if x', '   drop'])).toBe(
			`--- intended
+++ running
@@ -3 +3 @@ policy A
 policy A
-      pass
+     drop
`,
		);
	});
});

/**
 * Tests of the whole product as it is delivered: the packed distribution runs as a process of its
 * own, and the tests only use what an admin, a CRM or an operator has. A test that only needs a
 * healthy server shares one ({@link dev.patchbay.system.SharedServer}); one that kills or
 * reconfigures it starts its own ({@link dev.patchbay.system.PatchbayServer}).
 */
package dev.patchbay.system;

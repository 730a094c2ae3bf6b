/**
 * Possible list gaps: something happened in a place of a covered unit that the list lacks. It is a
 * hypothesis for the owner of the list to check, judged within what that owner may see, and told to
 * nobody else. It excuses nobody: what happened stays violence against civilians.
 */
@NullMarked
package org.toguna.cases.coverage.gaps;

import org.jspecify.annotations.NullMarked;

/**
 * Coverage lists: which places a dialogue claims to cover. A place left off such a list gets
 * raided; a list in the wrong hands is a list of targets. So a list is its owner's alone, shows
 * nothing of itself to anybody else, is checked against the gazetteer in {@code checks}, leaves
 * only as names and by two people in {@code copies}, and is watched for what happens in places that
 * it lacks in {@code gaps}.
 *
 * <p>Follow one check: {@code checks.CoverageCheckResource} → {@code CoverageChecks} → {@code
 * CensusReader} (what the gazetteer holds of the unit) → {@code Matching} → {@code Totals}. Follow
 * one gap: the change log → {@code gaps.GapWatch} → {@code ListGaps} → {@code ListGapKind}.
 */
@NullMarked
package org.toguna.cases.coverage;

import org.jspecify.annotations.NullMarked;

package org.toguna.kit.records;

import java.util.UUID;
import org.toguna.kit.marking.Tlp;
import org.toguna.kit.marking.View;

/**
 * One record as one reader gets it: the JSON, opened, of the view that is theirs.
 *
 * @param owner whose record it is
 * @param version of this view, which counts only what this view shows
 */
public record Served(
    UUID id, View view, String owner, Tlp tlp, int version, String etag, byte[] json) {}

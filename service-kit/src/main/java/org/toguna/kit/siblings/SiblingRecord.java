package org.toguna.kit.siblings;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.toguna.kit.marking.Audience;
import org.toguna.kit.marking.Cut;

/**
 * The last we heard of one record of a sibling.
 *
 * @param topic without the deployment's prefix
 * @param gone true if it was erased or taken from our sight
 * @param cut how finely the sibling shows it to those who do not get it in full
 * @param full what the event said to those who get the record in full; null when gone
 * @param seen what it said to all others who may see the record; null when gone
 */
public record SiblingRecord(
    String topic,
    String id,
    int version,
    boolean gone,
    String owner,
    Audience audience,
    Cut cut,
    @Nullable JsonNode full,
    @Nullable JsonNode seen) {}

package org.toguna.cases.gazetteer.imports;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.toguna.cases.gazetteer.Name;
import org.toguna.kit.marking.PlaceLevel;

/** A place as its row gives it, with the ids of the units it lies in, coarse to fine. */
record StagedPlace(
    int line,
    String id,
    String provider,
    String providerId,
    @Nullable String pcode,
    PlaceLevel level,
    String name,
    @Nullable String asciiName,
    @Nullable String kind,
    String country,
    double lat,
    double lon,
    List<String> units,
    @Nullable String seatOf,
    @Nullable Long population,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable LocalDate statedOn,
    List<String> flags,
    List<Name> names) {}

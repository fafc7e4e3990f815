package org.safepassage.rehearsal.sample.people;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.safepassage.rehearsal.sample.people.Persona.ThreeWays;

/// A real town with invented streets, stations and offices, so that addresses look right and point to nobody.
///
/// @param name in three languages
/// @param in the locative that follows "in", in Belarusian and Russian, and the English name
/// @param region first-level region
/// @param latitude degrees north
/// @param longitude degrees east
public record Town(ThreeWays name, ThreeWays in, ThreeWays region, double latitude, double longitude) {
    private static final List<Town> ALL = rows("towns.tsv")
            .map(row -> new Town(
                    three(row, 0),
                    new ThreeWays(row.get(3), row.get(4), row.get(2)),
                    three(row, 5),
                    Double.parseDouble(row.get(8)),
                    Double.parseDouble(row.get(9))))
            .toList();
    private static final List<ThreeWays> STREETS =
            rows("streets.tsv").map(row -> three(row, 0)).toList();
    private static final List<ThreeWays> WORKPLACES =
            rows("workplaces.tsv").map(row -> three(row, 0)).toList();
    private static final List<Station> STATIONS = rows("stations.tsv")
            .map(row -> new Station(three(row, 0), new ThreeWays(row.get(3), row.get(4), row.get(2))))
            .toList();

    /// An invented police station or detention centre.
    ///
    /// @param name nominative
    /// @param in locative, as after "in"
    public record Station(ThreeWays name, ThreeWays in) {}

    /// All towns.
    public static List<Town> all() {
        return ALL;
    }

    /// Streets that exist in no particular town.
    public static List<ThreeWays> streets() {
        return STREETS;
    }

    /// Invented employers.
    public static List<ThreeWays> workplaces() {
        return WORKPLACES;
    }

    /// Invented police stations and detention centres.
    public static List<Station> stations() {
        return STATIONS;
    }

    private static ThreeWays three(List<String> row, int from) {
        return new ThreeWays(row.get(from), row.get(from + 1), row.get(from + 2));
    }

    private static Stream<List<String>> rows(String resource) {
        return NameTable.read(Town.class, resource)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Arrays.asList(line.split("\t", -1)));
    }
}

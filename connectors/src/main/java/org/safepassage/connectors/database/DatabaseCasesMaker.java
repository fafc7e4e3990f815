package org.safepassage.connectors.database;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safepassage.connectors.Door;
import org.safepassage.connectors.DoorMaker;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;

/// Makes the doors of `sp-database-cases-source`.
public final class DatabaseCasesMaker implements DoorMaker {
    @Override
    public String kamelet() {
        return "sp-database-cases-source";
    }

    @Override
    public Door open(Parameters parameters) throws DoorProblem {
        int statementSeconds = parameters.number("statementSeconds", 1, 86_400);
        var login = new DatabaseLine.Login(
                SafeUrl.of(parameters),
                parameters.text("user"),
                parameters.text("password"),
                parameters.seconds("connectSeconds", 1, 600),
                parameters.seconds("silenceSeconds", 1, 86_400),
                statementSeconds);
        return new DatabaseCases(new DatabaseLine(login), shape(parameters, statementSeconds));
    }

    private static DatabaseCases.Shape shape(Parameters parameters, int statementSeconds) throws DoorProblem {
        Map<String, NamedSql> parts = parts(parameters);
        String exhibits = parameters.text("exhibitsPart");
        if (!exhibits.isEmpty() && !parts.containsKey(exhibits)) {
            throw parameters.refused("exhibitsPart", "must name one of the parts");
        }
        Optional<String> acknowledge = parameters.find("acknowledgeSql");
        return new DatabaseCases.Shape(
                NamedSql.query(
                        parameters, "changesSql", parameters.text("changesSql"), Set.of("since", "after", "limit")),
                ChangePoint.Type.valueOf(
                        parameters.text("changeType").toUpperCase(Locale.ROOT).replace('-', '_')),
                parameters.seconds("overlapSeconds", 0, 604_800),
                parameters.number("pageSize", 1, 10_000),
                new CaseSnapshots(
                        new CaseRows(parts, statementSeconds),
                        exhibits,
                        parameters.text("pathColumn"),
                        exhibits.isEmpty() ? Optional.empty() : Optional.of(store(parameters, statementSeconds))),
                acknowledge.isEmpty()
                        ? Optional.empty()
                        : Optional.of(NamedSql.parse(parameters, "acknowledgeSql", acknowledge.get(), Set.of("case"))));
    }

    private static ExhibitStore store(Parameters parameters, int statementSeconds) throws DoorProblem {
        Optional<String> root = parameters.find("filesRoot");
        Optional<String> piece = parameters.find("blobSql");
        if (root.isPresent() == piece.isPresent()) {
            throw parameters.refused(
                    "filesRoot", "or blobSql, one of the two, says where the exhibits are that exhibitsPart names");
        }
        if (root.isPresent()) return new FileStore(Path.of(root.get()));
        return new BlobStore(
                NamedSql.query(parameters, "blobSql", piece.orElseThrow(), Set.of("case", "path", "from", "length")),
                parameters.text("sizeColumn"),
                statementSeconds);
    }

    private static Map<String, NamedSql> parts(Parameters parameters) throws DoorProblem {
        var parts = new LinkedHashMap<String, NamedSql>();
        for (var part : parameters.entries("parts").entrySet()) {
            if (!part.getKey().matches("[a-z][a-z0-9_]{0,39}")) {
                throw parameters.refused("parts", "has a name that is not lower-case letters, digits and _");
            }
            String place = "parts." + part.getKey();
            parts.put(part.getKey(), NamedSql.query(parameters, place, part.getValue(), Set.of("case")));
        }
        if (!parts.containsKey("case")) {
            throw parameters.refused("parts", "must have a part named case");
        }
        return Collections.unmodifiableMap(parts);
    }
}

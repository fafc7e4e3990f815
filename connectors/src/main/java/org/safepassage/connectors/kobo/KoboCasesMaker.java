package org.safepassage.connectors.kobo;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.safepassage.connectors.Door;
import org.safepassage.connectors.DoorMaker;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.http.HttpAuth;
import org.safepassage.connectors.http.HttpLine;
import org.safepassage.connectors.http.HttpParameters;
import org.safepassage.connectors.json.ChangeTime;
import org.safepassage.connectors.json.JsonCases;
import org.safepassage.connectors.json.JsonShape;
import org.safepassage.connectors.json.Template;

/// Makes the doors of `sp-kobo-cases-source`. Addresses and fields are those of KoboToolbox's API v2 as its
/// documentation (support.kobotoolbox.org/api.html) and the source of `kpi` have them.
public final class KoboCasesMaker implements DoorMaker {
    private static final String ROOT = "meta/rootUuid";
    private static final String OLDEST_FIRST = "?sort=%7B%22_submission_time%22%3A1%7D";
    private static final String MARKS =
            "?sort=%7B%22_id%22%3A1%7D&fields=%5B%22_id%22%2C%22_uuid%22%2C%22meta%2FrootUuid%22%5D";
    /// What a look at a submission, or our own mark on it, changes: no answer of the person.
    private static final List<String> PASSING = List.of(
            "/_validation_status",
            "/_attachments/*/download_url",
            "/_attachments/*/download_large_url",
            "/_attachments/*/download_medium_url",
            "/_attachments/*/download_small_url");

    @Override
    public String kamelet() {
        return "sp-kobo-cases-source";
    }

    @Override
    public Door open(Parameters parameters) throws DoorProblem {
        String form = parameters.text("form");
        if (!form.matches("[A-Za-z0-9]{5,60}")) {
            throw parameters.refused("form", "must be the form's uid, as the address of its page shows it");
        }
        var token = new HttpAuth.Bearer("Token", parameters.text("token"));
        String data = "api/v2/assets/" + form + "/data";
        return new KoboCases(
                cases(parameters, token, data, data + ".json" + OLDEST_FIRST, true),
                cases(parameters, token, data, data + ".json" + MARKS, false));
    }

    private static JsonCases cases(Parameters parameters, HttpAuth token, String data, String listing, boolean fresh)
            throws DoorProblem {
        var since = new JsonShape.Since(
                "query",
                "{\"_submission_time\":{\"$gte\":\"{since}\"}}",
                parameters.seconds("overlapSeconds", 0, 31_536_000),
                ChangeTime.LOCAL);
        var shape = new JsonShape(
                new JsonShape.Listing(
                        listing,
                        JsonShape.Paging.OFFSET,
                        "start",
                        0,
                        "limit",
                        parameters.number("pageSize", 1, 30_000),
                        "",
                        JsonPointer.compile("/results"),
                        fresh ? Optional.of(since) : Optional.empty(),
                        256 << 20),
                new JsonShape.Places(number(parameters), "/_id", "/_submission_time", ChangeTime.LOCAL, PASSING),
                Optional.of(new JsonShape.Detail(new Template(data + "/{id}.json"), JsonPointer.empty())),
                new JsonShape.Attachments(
                        "/_attachments/*",
                        "/download_url",
                        "/media_file_basename",
                        new Template("{value}"),
                        Optional.empty(),
                        (long) parameters.number("mostGigabytes", 1, 100_000) << 30),
                mark(parameters, data));
        var line = new HttpLine(HttpParameters.settings(parameters, token), InstantSource.system());
        return fresh ? new JsonCases(line, shape) : new JsonCases(line, shape, KoboCasesMaker::edited);
    }

    private static String number(Parameters parameters) throws DoorProblem {
        String pointer = parameters.text("caseNumberPointer");
        if (!pointer.matches("(/[^/]+)+")) {
            throw parameters.refused("caseNumberPointer", "must be a JSON pointer such as /meta~1rootUuid");
        }
        return pointer;
    }

    private static Optional<JsonShape.Acknowledgement> mark(Parameters parameters, String data) {
        String status = parameters.text("acknowledge");
        return status.equals("none")
                ? Optional.empty()
                : Optional.of(new JsonShape.Acknowledgement(
                        "PATCH",
                        new Template(data + "/{id}/validation_status/"),
                        new Template(
                                "{\"validation_status.uid\":\"validation_status_" + status.replace('-', '_') + "\"}")));
    }

    /// A submission as it was first sent is its own root.
    private static boolean edited(JsonNode marks) {
        String root = marks.path(ROOT).asText("");
        return !root.isEmpty()
                && !root.replaceFirst("^uuid:", "").equals(marks.path("_uuid").asText());
    }
}

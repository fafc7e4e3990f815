package org.safepassage.connectors.json;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safepassage.connectors.Door;
import org.safepassage.connectors.DoorMaker;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.http.HttpLine;
import org.safepassage.connectors.http.HttpParameters;
import org.safepassage.connectors.json.JsonShape.Paging;

/// Makes the doors of `sp-http-json-cases-source`.
public final class JsonCasesMaker implements DoorMaker {
    @Override
    public String kamelet() {
        return "sp-http-json-cases-source";
    }

    @Override
    public Door open(Parameters parameters) throws DoorProblem {
        var settings = HttpParameters.settings(parameters, HttpParameters.auth(parameters));
        var shape = new JsonShape(
                listing(parameters),
                places(parameters),
                template(parameters, "detailPath", List.of("id", "case"))
                        .map(address -> new JsonShape.Detail(address, JsonPointer.empty())),
                attachments(parameters),
                acknowledgement(parameters));
        return new JsonCases(new HttpLine(settings, InstantSource.system()), shape);
    }

    private static JsonShape.Listing listing(Parameters parameters) throws DoorProblem {
        Paging paging = Paging.valueOf(parameters.text("paging").toUpperCase(Locale.ROOT));
        String next = pointer(parameters, "nextPointer");
        if (paging == Paging.CURSOR && next.isEmpty()) {
            throw parameters.refused("nextPointer", "is missing, which paging cursor needs");
        }
        return new JsonShape.Listing(
                parameters.text("listPath"),
                paging,
                parameters.text("pageParameter"),
                parameters.number("firstPage", 0, 1),
                parameters.text("sizeParameter"),
                parameters.number("pageSize", 1, 10_000),
                next,
                JsonPointer.compile(pointer(parameters, "recordsPointer")),
                since(parameters),
                parameters.number("mostPageMegabytes", 1, 512) << 20);
    }

    private static Optional<JsonShape.Since> since(Parameters parameters) throws DoorProblem {
        if (parameters.find("sinceParameter").isEmpty()) {
            return Optional.empty();
        }
        if (parameters.find("changedPointer").isEmpty()) {
            throw parameters.refused("changedPointer", "is missing, which sinceParameter needs");
        }
        if (!parameters.text("sinceValue").contains("{since}")) {
            throw parameters.refused("sinceValue", "must contain {since}");
        }
        return Optional.of(new JsonShape.Since(
                parameters.text("sinceParameter"),
                parameters.text("sinceValue"),
                parameters.seconds("overlapSeconds", 0, 31_536_000),
                time(parameters)));
    }

    private static JsonShape.Places places(Parameters parameters) throws DoorProblem {
        String number = pointer(parameters, "caseNumberPointer");
        if (number.isEmpty()) {
            throw parameters.refused("caseNumberPointer", "must not be empty");
        }
        String id = pointer(parameters, "idPointer");
        List<String> passing = Arrays.stream(parameters.text("passingPointers").split("[,\\s]+"))
                .filter(each -> !each.isEmpty())
                .toList();
        for (String each : passing) {
            checked(parameters, "passingPointers", each);
        }
        return new JsonShape.Places(
                number, id.isEmpty() ? number : id, pointer(parameters, "changedPointer"), time(parameters), passing);
    }

    private static ChangeTime time(Parameters parameters) {
        return ChangeTime.valueOf(parameters.text("changeTime").toUpperCase(Locale.ROOT));
    }

    private static JsonShape.Attachments attachments(Parameters parameters) throws DoorProblem {
        return new JsonShape.Attachments(
                pointer(parameters, "attachmentsPointer"),
                pointer(parameters, "attachmentPointer"),
                pointer(parameters, "attachmentNamePointer"),
                template(parameters, "attachmentPath", List.of("value", "id", "case"))
                        .orElseThrow(() -> parameters.refused("attachmentPath", "must not be empty")),
                Optional.empty(),
                (long) parameters.number("mostGigabytes", 1, 100_000) << 30);
    }

    private static Optional<JsonShape.Acknowledgement> acknowledgement(Parameters parameters) throws DoorProblem {
        if (parameters.text("acknowledge").equals("none")) {
            return Optional.empty();
        }
        List<String> names = List.of("id", "case");
        Template address = template(parameters, "acknowledgePath", names)
                .orElseThrow(
                        () -> parameters.refused("acknowledgePath", "is missing, which acknowledge request needs"));
        Template body = template(parameters, "acknowledgeBody", names).orElse(new Template(""));
        return Optional.of(new JsonShape.Acknowledgement(parameters.text("acknowledgeMethod"), address, body));
    }

    private static Optional<Template> template(Parameters parameters, String name, List<String> names)
            throws DoorProblem {
        Optional<Template> template = parameters.find(name).map(Template::new);
        if (template.isPresent() && !template.get().uses(names)) {
            throw parameters.refused(name, "may name only {" + String.join("}, {", names) + "} and {/pointer}");
        }
        return template;
    }

    private static String pointer(Parameters parameters, String name) throws DoorProblem {
        return checked(parameters, name, parameters.text(name));
    }

    private static String checked(Parameters parameters, String name, String pointer) throws DoorProblem {
        if (!pointer.isEmpty() && !pointer.matches("(/[^/]*)+")) {
            throw parameters.refused(name, "must be a JSON pointer such as /items");
        }
        return pointer;
    }
}

package org.safepassage.connectors.odk;

import com.fasterxml.jackson.core.JsonPointer;
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

/// Makes the doors of `sp-odk-cases-source`. Addresses and fields are those of ODK Central's API
/// (docs.getodk.org/central-api).
public final class OdkCasesMaker implements DoorMaker {
    /// What our own mark on a submission changes: no answer of the person.
    private static final List<String> PASSING = List.of("/__system/reviewState", "/__system/updatedAt");

    @Override
    public String kamelet() {
        return "sp-odk-cases-source";
    }

    @Override
    public Door open(Parameters parameters) throws DoorProblem {
        String form = parameters.text("form");
        if (!form.matches("[A-Za-z0-9_.-]{1,64}") || form.matches("\\.+")) {
            throw parameters.refused("form", "must be the form's id, with letters, digits, '_', '-' and '.'");
        }
        var session = new OdkSession(parameters.text("user"), parameters.text("password"));
        var line = new HttpLine(
                HttpParameters.settings(parameters, new HttpAuth.Session(session)), InstantSource.system());
        String path = "v1/projects/" + parameters.number("project", 1, Integer.MAX_VALUE) + "/forms/" + form;
        return new OdkCases(new JsonCases(line, shape(parameters, path)), line, session);
    }

    private static JsonShape shape(Parameters parameters, String path) throws DoorProblem {
        var since = new JsonShape.Since(
                "%24filter",
                "__system/submissionDate ge {since} or __system/updatedAt ge {since}",
                parameters.seconds("overlapSeconds", 0, 31_536_000),
                ChangeTime.ISO);
        return new JsonShape(
                new JsonShape.Listing(
                        path + ".svc/Submissions?%24expand=*",
                        JsonShape.Paging.LINK,
                        "",
                        0,
                        "%24top",
                        parameters.number("pageSize", 1, 10_000),
                        "/@odata.nextLink",
                        JsonPointer.compile("/value"),
                        Optional.of(since),
                        256 << 20),
                new JsonShape.Places(
                        number(parameters),
                        "/__id",
                        "/__system/updatedAt /__system/submissionDate",
                        ChangeTime.ISO,
                        PASSING),
                Optional.of(new JsonShape.Detail(
                        new Template(path + ".svc/Submissions('{id}')?%24expand=*"), JsonPointer.compile("/value"))),
                new JsonShape.Attachments(
                        "/*",
                        "/name",
                        "/name",
                        new Template(path + "/submissions/{id}/attachments/{value}"),
                        Optional.of(new Template(path + "/submissions/{id}/attachments")),
                        (long) parameters.number("mostGigabytes", 1, 100_000) << 30),
                mark(parameters, path));
    }

    private static String number(Parameters parameters) throws DoorProblem {
        String pointer = parameters.text("caseNumberPointer");
        if (!pointer.matches("(/[^/ ]+)+")) {
            throw parameters.refused("caseNumberPointer", "must be a JSON pointer such as /__id");
        }
        return pointer;
    }

    private static Optional<JsonShape.Acknowledgement> mark(Parameters parameters, String path) {
        String state = parameters.text("acknowledge");
        return state.equals("none")
                ? Optional.empty()
                : Optional.of(new JsonShape.Acknowledgement(
                        "PATCH",
                        new Template(path + "/submissions/{id}"),
                        new Template("{\"reviewState\":\"" + state + "\"}")));
    }
}

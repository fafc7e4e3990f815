package org.safepassage.connectors.mail;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.safepassage.connectors.Door;
import org.safepassage.connectors.DoorMaker;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.HubSide;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.http.TlsParameters;

/// Makes the doors of `sp-imap-cases-source`.
public final class MailCasesMaker implements DoorMaker {
    @Override
    public String kamelet() {
        return "sp-imap-cases-source";
    }

    @Override
    public Door open(Parameters parameters) throws DoorProblem {
        return open(parameters, HubSide.none());
    }

    @Override
    public Door open(Parameters parameters, HubSide hub) throws DoorProblem {
        boolean startTls = parameters.text("security").equals("starttls");
        var login = new MailLogin(
                parameters.text("host"),
                parameters.number("port", 1, 65_535),
                startTls,
                parameters.text("user"),
                parameters.text("password"),
                TlsParameters.context(parameters),
                parameters.seconds("connectSeconds", 1, 600),
                parameters.seconds("silenceSeconds", 1, 3_600));
        String acknowledge = parameters.text("acknowledge");
        if (acknowledge.equals("move") && parameters.find("doneFolder").isEmpty()) {
            throw parameters.refused("doneFolder", "is missing, which acknowledge move needs");
        }
        var shape = new MailCases.Shape(
                hub.decryption(),
                subject(parameters),
                acknowledge,
                parameters.text("doneFolder"),
                (long) parameters.number("mostMegabytes", 1, 2_000) << 20,
                parameters.number("mostParts", 1, 100_000));
        return new MailCases(new MailLine(login, parameters.text("folder")), shape);
    }

    private static Optional<Pattern> subject(Parameters parameters) throws DoorProblem {
        Optional<String> given = parameters.find("caseNumberPattern");
        if (given.isEmpty()) return Optional.empty();
        try {
            Pattern pattern = Pattern.compile(given.get());
            if (pattern.matcher("").groupCount() > 0) return Optional.of(pattern);
        } catch (PatternSyntaxException wrong) {
            // told below
        }
        throw parameters.refused("caseNumberPattern", "must be a regular expression with a group for the number");
    }
}

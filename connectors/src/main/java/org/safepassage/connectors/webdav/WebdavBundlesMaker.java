package org.safepassage.connectors.webdav;

import java.time.InstantSource;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.safepassage.connectors.Door;
import org.safepassage.connectors.DoorMaker;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.http.HttpLine;
import org.safepassage.connectors.http.HttpParameters;

/// Makes the doors of `sp-webdav-bundles-source`.
public final class WebdavBundlesMaker implements DoorMaker {
    @Override
    public String kamelet() {
        return "sp-webdav-bundles-source";
    }

    @Override
    public Door open(Parameters parameters) throws DoorProblem {
        var settings = HttpParameters.settings(parameters, HttpParameters.auth(parameters));
        var limits = new ZipBundle.Limits(
                parameters.number("mostMembers", 1, 1_000_000),
                (long) parameters.number("mostGigabytes", 1, 100_000) << 30,
                parameters.number("mostRatio", 2, 100_000));
        String done = parameters.text("acknowledge").equals("move") ? parameters.text("doneFolder") : "";
        if (!done.isEmpty() && !done.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw parameters.refused("doneFolder", "must be a plain folder name");
        }
        return new WebdavBundles(
                new HttpLine(settings, InstantSource.system()),
                new WebdavBundles.Shape(caseName(parameters), parameters.text("recordFile"), limits, done));
    }

    private static Pattern caseName(Parameters parameters) throws DoorProblem {
        try {
            Pattern pattern = Pattern.compile(parameters.text("caseName"));
            if (pattern.matcher("").groupCount() < 1) {
                throw parameters.refused("caseName", "must have a group for the case number");
            }
            return pattern;
        } catch (PatternSyntaxException wrong) {
            throw parameters.refused("caseName", "is no regular expression");
        }
    }
}

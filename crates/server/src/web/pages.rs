//! Which addresses have a page. All others get the same document, whose router says that there is
//! nothing, with the status 404.

const PAGES: &str = include_str!("pages.txt");

/// Whether the single-page application has a page at `path`.
pub(super) fn is_one(path: &str) -> bool {
    all().any(|page| fits(page, path))
}

fn all() -> impl Iterator<Item = &'static str> {
    PAGES.lines().filter(|line| line.starts_with('/'))
}

fn fits(page: &str, path: &str) -> bool {
    let mut wanted = segments(page);
    let mut given = segments(path);
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return true,
            (Some(wanted), Some(given))
                if wanted == given || (wanted.starts_with('$') && !given.is_empty()) => {}
            _ => return false,
        }
    }
}

/// The parts of a path between its slashes; one at its end tells nothing, as in the routers.
fn segments(path: &str) -> std::str::Split<'_, char> {
    let path = path.strip_prefix('/').unwrap_or(path);
    path.strip_suffix('/').unwrap_or(path).split('/')
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_page_has_its_segments_and_no_others() {
        for path in [
            "/",
            "/sorge",
            "/sorge/",
            "/angebot/svc_1",
            "/intern",
            "/intern/vermittlungen/neu",
        ] {
            assert!(is_one(path), "{path}");
        }
        for path in [
            "/gibt-es-nicht",
            "/angebot",
            "/angebot/",
            "/angebot//",
            "/angebot/svc_1/mehr",
            "/intern/nirgends",
            "/verwaltung",
        ] {
            assert!(!is_one(path), "{path}");
        }
    }

    #[test]
    fn the_list_is_that_of_the_routers() {
        let trees = [
            include_str!("../../../../frontend/src/public/routeTree.gen.ts"),
            include_str!("../../../../frontend/src/intern/routeTree.gen.ts"),
        ];
        let routed: BTreeSet<_> = trees.into_iter().flat_map(full_paths).collect();
        assert!(routed.len() > 20, "{routed:?}");
        let listed: BTreeSet<_> = all().collect();
        assert_eq!(listed, routed, "pages.txt and the routers differ");
    }

    /// The addresses of the generated tree, without a slash at their end.
    fn full_paths(tree: &str) -> Vec<&str> {
        let (_, from) = tree.split_once("fullPaths:").unwrap();
        let (list, _) = from.split_once(';').unwrap();
        let quoted = list.split('"').skip(1).step_by(2);
        quoted
            .map(|path| match path.trim_end_matches('/') {
                "" => "/",
                path => path,
            })
            .collect()
    }
}

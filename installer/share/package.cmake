# One Debian package. installer/package makes it.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME qis-desktop)
set(CPACK_PACKAGE_VENDOR "QIS Desktop maintainers")
set(CPACK_PACKAGE_CONTACT "QIS Desktop maintainers <maintainers@qis-desktop.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "exchange signed clinical outcomes by similarity")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"A clinician fills a form; the outcome becomes one signed packet of at most
512 bytes, and an engine inside the program routes it to every node whose
interest it matches. What others signed comes back the same way, with the
reasons why it matches and what matched outcomes say together.
.
Contains the window (qis-desktop), commands for scripts and jobs (qis), a node
without a window (qis-node), domain packs and vocabularies.
.
For research and exchange of professional experience; not a medical device.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded while running, so that nothing is found in the link line: the plugin that draws SVG icons is in libqt6svg6,
# those for X11, printing and assistive technology in the libraries that are linked.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6svg6, fontconfig")
# Qt's own texts in other languages, more scripts, Wayland, and the bus that screen readers listen on.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-translations-l10n, fonts-noto-core, qt6-wayland, at-spi2-core")
include(CPack)

/** Every style sheet of the window, in the order in which they may override each other. All are bundled. */
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import '@fontsource-variable/source-serif-4/opsz-italic.css'
import '@mantine/core/styles.css'
import './tokens.css'
import './global.css'

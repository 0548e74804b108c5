// After the theme's own styles, so that ours win.
import DefaultTheme from 'vitepress/theme-without-fonts'
import './contrast.css'
import './diagrams.css'
import './reference.css'

export default DefaultTheme

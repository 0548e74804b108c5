import './diagrams.css'
import './reference.css'

export { default } from 'vitepress/theme-without-fonts'
